// One full assessment: every question answered, every dimension of every answer filled.

const pick = (values, index) => values[index % values.length];

const RESPONSES = ["yes", "partly", "no", "unknown"];
const IMPLEMENTATIONS = ["implemented", "partly", "planned", "not_implemented"];
const KINDS = ["observation", "opportunity", "minor_nonconformity", "major_nonconformity"];
const NOTES =
  "Two of the three sites follow the written way; the third is to join by spring.";

/** The answer to one question. */
function answer(id, index) {
  const isControl = id.startsWith("A.");
  return {
    id,
    response: pick(RESPONSES, index),
    implementation: pick(IMPLEMENTATIONS, index),
    ...(isControl
      ? {
          applicability: {
            state: "inherited",
            justification: `The provider operates ${id} for us and reports on it every quarter.`,
            provider: `Provider ${index % 7}`,
          },
          inclusion: [
            { reason: "contractual", reference: `Contract ${index}` },
            { reason: "risk", reference: `R-${index}` },
          ],
        }
      : {}),
    maturity: { level: index % 4, target: 4 },
    finding: {
      kind: pick(KINDS, index),
      text: `The list for ${id} was last looked at before the move of the data centre.`,
      root_cause: "Nobody was named for it.",
      correction: "The owner looks at it every quarter and signs it.",
    },
    notes: `${NOTES} (${id})`,
    evidence: [1, 2].map((number) => ({
      label: `Record ${number} of ${id}, signed`,
      link: `https://records.example/${index}/${number}`,
      date: `2026-0${1 + (index % 9)}-1${number}`,
      review_months: 6 * number,
    })),
    owner: `Owner ${index % 11}, head of department`,
    due: `2027-0${1 + (index % 9)}-28`,
    changed: "2026-11-20",
  };
}

/** The file for these questions. */
export const full = (ids) => ({
  format: "annexa-assessment",
  version: 1,
  catalogue: "iso27001-2022",
  about: {
    organization: "Example Works",
    scope: "All sites and the services that they run for customers.",
    version: "3.1",
    date: "2026-11-01",
    approver: "The board",
  },
  answers: ids.map(answer),
});
