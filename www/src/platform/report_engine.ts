/** The engine of the reports as text, so that it needs no request of its own. */

export { default } from "../../generated/report_bg.wasm?base64";
