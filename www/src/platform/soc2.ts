/** The SOC 2 plugin as text, so that it needs no request of its own. */

export { default } from "../../generated/plugins/soc2.wasm?base64";
