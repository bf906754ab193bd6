/** The crosswalk's engine as text, so that it needs no request of its own. */

export { default } from "../../generated/crosswalk_bg.wasm?base64";
