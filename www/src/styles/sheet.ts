/** The widget's style sheet, made once and shared by every element on the page. */

import base from "./base.css?inline";
import charts from "./charts.css?inline";
import layout from "./layout.css?inline";
import print from "./print.css?inline";
import question from "./question.css?inline";
import tables from "./tables.css?inline";

let made: CSSStyleSheet | undefined;

/** Adopted style sheets are not subject to `style-src`, unlike a `<style>` element. */
export function sheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(base + layout + question + charts + tables + print);
  }
  return made;
}
