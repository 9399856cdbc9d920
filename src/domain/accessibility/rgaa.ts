/** How many criteria each of the 13 themes of the RGAA 4.1.2 has; 106 in all. */
const criteriaByTheme = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12] as const;

/** The numbers of the 106 criteria, from « 1.1 » to « 13.12 ». */
export const rgaaCriteria: readonly string[] = criteriaByTheme.flatMap((count, theme) =>
  Array.from({ length: count }, (_, criterion) => `${theme + 1}.${criterion + 1}`),
);
