/** What stands in the data beside every value that no source states: the association has the last word (D8). */
export const hypothesis = 'hypothèse à confirmer par l’association';
