/** A question that stands in place of the view until it is answered; and when one must be asked. */

/** One answer to a question; the first one is the one that loses nothing. */
export interface Choice {
  readonly label: string;
  act(): void;
}

export interface Question {
  readonly title: string;
  /** What there is to know, a paragraph each. */
  readonly lines: readonly string[];
  readonly choices: readonly Choice[];
  /** Whether nothing else was ever on the screen. */
  readonly isFirst?: boolean;
}

/** What is on the screen and where else it is. */
export interface Held {
  /** Whether there are changes that no file holds. */
  readonly dirty: boolean;
  /** Whether a draft holds them all, and stays. */
  readonly drafted: boolean;
  /** How many fields hold a text that was refused or is half typed. */
  readonly pending: number;
}

/** What would be lost if another assessment took the place of this one, or the page were left. */
export function losses({ dirty, drafted, pending }: Held): ("changes" | "fields")[] {
  const changes = dirty && !drafted ? ["changes" as const] : [];
  return pending > 0 ? [...changes, "fields"] : changes;
}
