/** The journey that several tests share: which answer goes where, and how a person gives it. */

const PATTERN = ["yes", "yes", "partly", "no", "yes", "unknown", "yes"];

/** The response to the item at a place in the catalogue; some controls are not applicable. */
export const responseAt = (index, isControl) =>
  isControl && index % 17 === 3 ? "not_applicable" : PATTERN[index % PATTERN.length];

/** The labels of the radios, in the order in which they stand. */
export const RESPONSES = ["yes", "partly", "no", "unknown", "not_applicable"];

/** Answers a question as a person with a mouse. */
export const byMouse = (page, id, response) =>
  page.locator(`label.option:has(input[name="answer-${id}"][value="${response}"])`).click();

/** Answers a question with Tab, Space and the arrow keys alone, from wherever the focus is. */
export async function byKeyboard(page, id, response) {
  await tabTo(page, (element) => element.name, `answer-${id}`);
  await page.keyboard.press("Space");
  for (let step = RESPONSES.indexOf(response); step > 0; step -= 1) await page.keyboard.press("ArrowRight");
}

/** Presses Tab until the focused element has a property with a value; gives up after `limit`. */
export async function tabTo(page, property, value, limit = 40) {
  for (let count = 0; count < limit; count += 1) {
    const focused = await page.evaluate(deepFocus, property.toString());
    if (focused === value) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${limit} tabs did not lead to ${value}`);
}

/** Reads a property of the element that has the focus, through the shadow root. */
function deepFocus(property) {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const name = property.match(/element\.(\w+)/)[1];
  return element?.[name];
}

/** The widget's own list of ids by chapter, as the page shows them. */
export const shownIds = (page) =>
  page.locator(".question .item-title .item-id").allTextContents();
