// The same questionnaire in survey-core.
//
// Each question is a radio group of five responses; each chapter has a sum and the survey a total.
// Conditions, as branching questionnaires have them, are left out: they make it slower.

import { Model, Version } from "survey-core";

const RESPONSES = [0, 1, 2, 3, 4];

export const version = Version;

/** The questions of each chapter, numbered through. */
function chapters(sizes) {
  let next = 0;
  return sizes.map((size) => Array.from({ length: size }, () => next++));
}

function definition(sizes) {
  const sums = [];
  const pages = chapters(sizes).map((numbers, chapter) => {
    const names = numbers.map((number) => `{q${number}}`);
    sums.push({ name: `sum${chapter}`, expression: `sum(${names.join(", ")})` });
    const elements = numbers.map((number) => ({ type: "radiogroup", name: `q${number}`, choices: RESPONSES }));
    return { name: `chapter${chapter}`, elements };
  });
  const total = sums.map(({ name }) => `{${name}}`).join(" + ");
  return { pages, calculatedValues: [...sums, { name: "total", expression: total }] };
}

/** A survey with chapters of these sizes: `answer(index, turn)` answers, and never twice the same. */
export function survey(sizes) {
  const model = new Model(definition(sizes));
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const given = new Array(count).fill(0);
  return {
    count,
    answer(index, turn) {
      given[index] = RESPONSES[(index + turn) % RESPONSES.length];
      model.setValue(`q${index}`, given[index]);
    },
    /** Whether the survey has counted along. */
    check() {
      const expected = given.reduce((sum, value) => sum + value, 0);
      const total = model.getVariable("total");
      if (total !== expected) throw new Error(`the total is ${total} instead of ${expected}`);
    },
  };
}
