/** A line of the table that `npm run bench` prints. */
export type BenchRow = {
  /** Of the scoreboard. */
  readonly numero: number;
  /** What is measured. */
  readonly figure: string;
  readonly mesure: string;
  /** What was seen elsewhere, or measured in the same run on something else. */
  readonly ancre: string;
  readonly objectif: string;
  /** Null when it could not be measured. */
  readonly tenu: boolean | null;
};
