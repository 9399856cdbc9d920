/** What the site is called, in mail, on paper and in the applications that keep its codes. */
export const siteName = 'Coordonnées';

/** What it is about: anyone would try these words. */
export const siteSubject = 'exercice coordonné santé';
