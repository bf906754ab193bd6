// The same questionnaire in survey-core: how long does one answer take?
//
// Usage: node surveycore.mjs <questions> <chapter sizes, comma separated>
// Prints one line of JSON: {"version", "questions", "p50_us", "p50_conditions_us"}.
//
// Each question is a radio group of five responses; each chapter has a sum and the survey a total.
// `p50_us` is that and no more. `p50_conditions_us` adds a visibility condition to every third
// question, as branching questionnaires have it.

import { Model, Version } from "survey-core";
import { percentile } from "./figures.mjs";

const RESPONSES = [0, 1, 2, 3, 4];
const ROUNDS = 3;

/** The questions of each chapter, numbered through. */
function chapters(sizes) {
  let next = 0;
  return sizes.map((size) => Array.from({ length: size }, () => next++));
}

function definition(sizes, conditions) {
  const sums = [];
  const pages = chapters(sizes).map((numbers, chapter) => {
    const names = numbers.map((number) => `{q${number}}`);
    sums.push({ name: `sum${chapter}`, expression: `sum(${names.join(", ")})` });
    const elements = numbers.map((number, place) => {
      const question = { type: "radiogroup", name: `q${number}`, choices: RESPONSES };
      if (conditions && place > 0 && place % 3 === 0) {
        question.visibleIf = `{q${number - 1}} > 1 and {q${numbers[0]}} <> 0`;
      }
      return question;
    });
    return { name: `chapter${chapter}`, elements };
  });
  const total = sums.map(({ name }) => `{${name}}`).join(" + ");
  return { pages, calculatedValues: [...sums, { name: "total", expression: total }] };
}

/** Answers every question once, then all of them differently; returns microseconds per answer. */
function answerAll(sizes, conditions) {
  const survey = new Model(definition(sizes, conditions));
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const durations = [];
  let expected = 0;
  for (const response of [(k) => (k * 7) % 5, (k) => (k * 3 + 1) % 5]) {
    expected = 0;
    for (let k = 0; k < count; k++) {
      const start = performance.now();
      survey.setValue(`q${k}`, response(k));
      durations.push((performance.now() - start) * 1000);
      expected += response(k);
    }
  }
  const total = survey.getVariable("total");
  if (total !== expected) throw new Error(`the total is ${total} instead of ${expected}`);
  return durations;
}

function p50(sizes, conditions) {
  answerAll(sizes, conditions);
  const rounds = Array.from({ length: ROUNDS }, () => percentile(answerAll(sizes, conditions), 0.5));
  return Math.min(...rounds);
}

const sizes = process.argv[2].split(",").map(Number);
console.log(
  JSON.stringify({
    version: Version,
    questions: sizes.reduce((sum, size) => sum + size, 0),
    p50_us: p50(sizes, false),
    p50_conditions_us: p50(sizes, true),
  }),
);
