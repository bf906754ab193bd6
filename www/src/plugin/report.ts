/** The crosswalk's canonical JSON as the engine writes it, read for display only. */

export interface Contribution {
  readonly sources: readonly { readonly id: string; readonly applicability: string; readonly implementation: string }[];
  readonly relation: string;
  readonly coverage_bp?: number;
  readonly confidence_bp: number;
  readonly basis: string;
  readonly rationale: string;
  readonly effect: string;
}

export interface TargetResult {
  readonly target: string;
  readonly title: string;
  readonly group: string;
  readonly group_title: string;
  readonly result: string;
  readonly support_bp?: number;
  readonly confidence_bp?: number;
  readonly contributions: readonly Contribution[];
  readonly gap: string;
}

export interface CrosswalkReport {
  readonly plugin: {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    readonly digest_sha256: string;
    readonly summary: string;
  };
  readonly target_framework: { readonly id: string; readonly title: string };
  readonly provenance: {
    readonly document: string;
    readonly version: string;
    readonly licence: string;
    readonly method: string;
  };
  readonly totals: Readonly<Record<string, number>>;
  readonly results: readonly TargetResult[];
}

const decoder = new TextDecoder();

/** The bytes come from the engine, which has validated everything that a plugin said. */
export const readReport = (bytes: Uint8Array): CrosswalkReport =>
  JSON.parse(decoder.decode(bytes)) as CrosswalkReport;

export interface ResultGroup {
  readonly id: string;
  readonly title: string;
  readonly results: readonly TargetResult[];
}

/** Results by group, both in the framework's own order. */
export function byGroup(results: readonly TargetResult[]): ResultGroup[] {
  const groups = new Map<string, TargetResult[]>();
  for (const result of results) {
    const group = groups.get(result.group);
    if (group) group.push(result);
    else groups.set(result.group, [result]);
  }
  return [...groups].map(([id, results]) => ({ id, title: results[0]?.group_title ?? "", results }));
}
