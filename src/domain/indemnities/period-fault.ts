/** First and last day of a period; null where its source gives no date. */
type Bounds = { readonly du: string | null; readonly au: string | null };

export type PeriodFault =
  | { readonly code: 'PERIODE_A_L_ENVERS'; readonly du: string; readonly au: string }
  | { readonly code: 'PERIODES_EN_CHEVAUCHEMENT' }
  | { readonly code: 'JOUR_SANS_PERIODE'; readonly jour: string };

/** The first place where periods are not written one after the other, without overlap nor hole (D10). */
export function periodFault(periods: readonly Bounds[]): { index: number; fault: PeriodFault } | null {
  for (const [index, { du, au }] of periods.entries()) {
    if (du !== null && au !== null && au < du) return { index, fault: { code: 'PERIODE_A_L_ENVERS', du, au } };
    const next = periods[index + 1];
    if (!next) continue;
    if (au === null || next.du === null || next.du <= au) {
      return { index: index + 1, fault: { code: 'PERIODES_EN_CHEVAUCHEMENT' } };
    }
    if (next.du !== dayAfter(au)) {
      return { index: index + 1, fault: { code: 'JOUR_SANS_PERIODE', jour: dayAfter(au) } };
    }
  }
  return null;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
