/** The widget's style sheet, made once and shared by every element on the page. */

import base from "./base.css?inline";
import layout from "./layout.css?inline";
import print from "./print.css?inline";
import question from "./question.css?inline";

let made: CSSStyleSheet | undefined;
/** What late parts have brought. */
let late = "";

/** Adopted style sheets are not subject to `style-src`, unlike a `<style>` element. */
export function sheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet();
    fill();
  }
  return made;
}

/** Adds the styles of a late part, for every element at once; `isFirst` puts them ahead of those of other parts. */
export function addStyles(css: string, isFirst = false): void {
  late = isFirst ? css + late : late + css;
  fill();
}

/** What holds on paper comes last. */
const fill = (): void => made?.replaceSync(base + layout + question + late + print);
