/** A person at a keyboard, in whichever browser: types, pastes, leaves a field, and looks at it. */

import { follow, sectionOf } from "./menu.mjs";
import { until } from "./firefox.mjs";

/** Runs a function in the page with the widget, its root, and one value. */
export const inWidget = (page, work, value) =>
  // A text is run by the browser itself: the page's policy forbids to make functions of it.
  page.evaluate(`((element) => (${work})(element, element.shadowRoot, ${JSON.stringify(value)}))(document.querySelector("annexa-assessment"))`);

/** Two frames, so that what was changed is drawn. */
export const drawn = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

const focus = (page, id) => inWidget(page, (_, root, id) => root.getElementById(id).focus(), id);

/** Presses Tab until the field is left; a date field has several stops. */
export async function leave(page, id) {
  for (let stops = 0; stops < 6; stops += 1) {
    if (!(await inWidget(page, (_, root, id) => root.activeElement?.id === id, id))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the focus stays in ${id}`);
}

async function chord(page, key, command) {
  await page.keyboard.down("Control");
  // A Chromium without a window does what a chord means only when it is told.
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up("Control");
}

/** Puts a text on the clipboard, as copying it from another place does. */
const copy = (page, text) =>
  page.evaluate((text) => {
    const source = document.createElement("textarea");
    source.value = text;
    document.body.append(source);
    source.select();
    document.execCommand("copy");
    source.remove();
  }, text);

/** What is on the clipboard, by pasting it beside the widget. */
async function pasted(page) {
  await page.evaluate(() => {
    const target = document.createElement("textarea");
    target.id = "pasted";
    document.body.append(target);
    target.focus();
  });
  await chord(page, "v", "Paste");
  return page.evaluate(() => {
    const target = document.getElementById("pasted");
    target.remove();
    return target.value;
  });
}

/** A browser that has much to do is late with what was copied: what is pasted is looked at first. */
async function copied(page, text) {
  for (let tries = 0; tries < 20; tries++) {
    await copy(page, text);
    if ((await pasted(page)) === text) return;
  }
  throw new Error("nothing was copied");
}

const HOW = {
  async type(page, id, text) {
    await focus(page, id);
    await chord(page, "a", "SelectAll");
    await page.keyboard.type(text);
    await leave(page, id);
  },
  async digits(page, id, text) {
    await focus(page, id);
    await page.keyboard.type(text);
    await leave(page, id);
  },
  async keys(page, id, text) {
    await focus(page, id);
    await page.keyboard.type(text);
    await leave(page, id);
  },
  async space(page, id) {
    await focus(page, id);
    await page.keyboard.press(" ");
  },
  async paste(page, id, text) {
    await copied(page, text);
    await focus(page, id);
    await chord(page, "a", "SelectAll");
    await chord(page, "v", "Paste");
    await leave(page, id);
  },
  /** As a browser fills a form: without a key, and without a focus. */
  fill: (page, id, text) => fill(page, [[id, text]]),
  click: (page, id) => inWidget(page, (_, root, id) => root.getElementById(id).click(), id),
};

export async function enter(page, id, { how, text }) {
  await HOW[how](page, id, text);
  await drawn(page);
}

/** Fills several fields within one task. */
export const fill = (page, fields) =>
  inWidget(
    page,
    (_, root, fields) => {
      for (const [id, text] of fields) {
        const field = root.getElementById(id);
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
    },
    fields,
  );

/** What stands in a field and beside it, and what a saved file would hold. */
export const look = (page, id) =>
  inWidget(
    page,
    (element, root, id) => {
      const field = root.getElementById(id);
      const message = root.getElementById(`${id}-message`);
      return {
        shown: field.type === "checkbox" ? (field.checked ? "on" : "") : field.value,
        isBad: field.validity.badInput,
        message: message?.textContent ?? "",
        isTied: field.getAttribute("aria-invalid") === "true" && (field.getAttribute("aria-describedby") ?? "").split(" ").includes(`${id}-message`),
        isSeen: message ? message.getClientRects().length > 0 && message.getAttribute("role") === "alert" : false,
        saved: JSON.parse(new TextDecoder().decode(element.save())),
      };
    },
    id,
  );

/** Goes to a view by its entry in the list of sections. */
export async function goTo(page, label) {
  const to = JSON.stringify({ label, section: sectionOf(label) });
  await page.evaluate(`(${follow})(document.querySelector("annexa-assessment").shadowRoot, ${to})`);
  await until(page, () => !document.querySelector("annexa-assessment").shadowRoot.querySelector(".view .loading"));
  await drawn(page);
}

/** Opens the details of an answer. */
export async function openDetails(page, id) {
  await inWidget(
    page,
    (_, root, id) => {
      const question = root.querySelector(`input[name="answer-${id}"]`).closest(".question");
      question.querySelector('details[part="details"]').open = true;
    },
    id,
  );
  // Not the field itself: a handle to it would keep it alive.
  await until(page, (id) => document.querySelector("annexa-assessment").shadowRoot.getElementById(`${id}-owner`) !== null, id);
}
