// The same questionnaire in JSON Forms: a category for each chapter, five responses a question,
// and the averages of the same groups, counted anew at each change.

import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import questionnaire from "virtual:questionnaire";

const RESPONSES = ["yes", "partly", "no", "unknown", "not_applicable"];
const POINTS = { yes: 100, partly: 50, no: 0 };

const { chapters, groups } = questionnaire;
const questions = chapters.flatMap((chapter) => chapter.questions);
const key = (id) => id.replaceAll(".", "_");
const schema = {
  type: "object",
  properties: Object.fromEntries(questions.map(({ id, question }) => [key(id), { type: "string", title: `${id} ${question}`, enum: RESPONSES }])),
};
const uischema = {
  type: "Categorization",
  elements: chapters.map(({ title, questions }) => ({
    type: "Category",
    label: title,
    elements: questions.map(({ id }) => ({ type: "Control", scope: `#/properties/${key(id)}`, options: { format: "radio" } })),
  })),
};

function averages(data) {
  return groups.map(({ name, ids }) => {
    const points = ids.map((id) => POINTS[data[key(id)]]).filter((value) => value !== undefined);
    return { name, average: points.length ? points.reduce((sum, value) => sum + value, 0) / points.length : undefined };
  });
}

function App() {
  const [data, setData] = useState({});
  const shown = averages(data).filter(({ average }) => average !== undefined);
  return (
    <main>
      <h1>Self-assessment</h1>
      <output>{shown.map(({ name, average }) => `${name} ${average.toFixed(0)} %`).join(", ")}</output>
      <JsonForms schema={schema} uischema={uischema} data={data} renderers={vanillaRenderers} cells={vanillaCells} onChange={(change) => setData(change.data)} />
    </main>
  );
}

createRoot(document.getElementById("root")).render(<App />);
