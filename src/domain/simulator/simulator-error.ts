/** What is wrong in an address of the simulator: the field as the form names it, and what its sentence needs. */
export type SimulatorError = { readonly champ: string } & (
  | { readonly code: 'unknown-profession' | 'unknown-practice' | 'unknown-plan'; readonly texte: string }
  | { readonly code: 'not-a-number' | 'not-a-year' | 'not-a-day'; readonly texte: string }
  | { readonly code: 'too-many' | 'too-many-people' | 'too-many-designated'; readonly maximum: number }
  | { readonly code: 'no-plan-that-day'; readonly jour: string }
  | { readonly code: 'nobody' }
);
