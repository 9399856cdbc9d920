/** What an account may prove itself with besides its passphrase, and whether it holds a granted role. */
export type Protection = {
  /** How many passkeys it has. */
  readonly keys: number;
  /** Whether an application of codes is set up and confirmed. */
  readonly codes: boolean;
  readonly holdsRole: boolean;
};

/** How many passkeys one account may have. */
export const mostKeys = 10;

export const hasFactor = ({ keys, codes }: Pick<Protection, 'keys' | 'codes'>): boolean => keys > 0 || codes;

/** A sign-in asks for a second factor as soon as there is one, and always from who holds a granted role. */
export const isSecondFactorRequired = (protection: Protection): boolean =>
  hasFactor(protection) || protection.holdsRole;

/** Who holds a role keeps one factor at least: `after` is what would be left. */
export const mayKeepOnly = (after: Protection): boolean => hasFactor(after) || !after.holdsRole;
