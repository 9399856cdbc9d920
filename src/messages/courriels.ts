export type MailWords = { readonly subject: string; readonly text: string };

/** What a mail tells; none says more than that something waits, or was done, and where to look. */
export type WordedMail =
  | { readonly type: 'confirmer-inscription' }
  | { readonly type: 'deja-inscrit' }
  | { readonly type: 'reinitialiser' }
  | { readonly type: 'adresse-inconnue' }
  | { readonly type: 'phrase-changee' }
  | { readonly type: 'confirmer-email-ancien'; readonly newEmail: string }
  | { readonly type: 'confirmer-email-nouveau' }
  | { readonly type: 'email-deja-pris' }
  | { readonly type: 'email-change'; readonly newEmail: string }
  | { readonly type: 'compte-supprime' }
  | { readonly type: 'second-facteur-change' }
  | { readonly type: 'invitation-equipe' }
  | { readonly type: 'attente' };

/**
 * The subject and the plain text of a mail. Nothing that a person typed about a team enters it: an invitation names
 * neither the team nor who invites, so that nobody can have the portal post their own words to a stranger.
 * @param link the whole address to open, on a line of its own in the text.
 * @param hours how long the link opens something; ignored where it never expires.
 */
export function mailWords(
  mail: WordedMail,
  { link, hours }: { readonly link: string; readonly hours: number },
): MailWords {
  const written = sentences(mail, link, validity(hours));
  return { subject: written.subject, text: ['Bonjour,', ...written.paragraphs, farewell].join('\n\n') };
}

type Written = { readonly subject: string; readonly paragraphs: readonly string[] };

function sentences(mail: WordedMail, link: string, once: string): Written {
  switch (mail.type) {
    case 'confirmer-inscription':
      return {
        subject: 'Confirmez votre adresse pour ouvrir votre compte',
        paragraphs: [
          'Un compte a été demandé sur Coordonnées avec cette adresse. Pour l’ouvrir, suivez ce lien\u00a0:',
          link,
          once,
          'Si la demande ne vient pas de vous, laissez ce message de côté\u00a0: aucun compte ne sera ouvert.',
        ],
      };
    case 'deja-inscrit':
      return {
        subject: 'Vous avez déjà un compte',
        paragraphs: [
          'Quelqu’un vient de demander un compte sur Coordonnées avec cette adresse, qui en a déjà un. Rien n’a changé. Pour vous connecter, ou choisir une nouvelle phrase de passe\u00a0:',
          link,
          'Si la demande ne vient pas de vous, vous n’avez rien à faire.',
        ],
      };
    case 'reinitialiser':
      return {
        subject: 'Choisissez une nouvelle phrase de passe',
        paragraphs: [
          'Une nouvelle phrase de passe a été demandée pour votre compte. Pour la choisir, suivez ce lien\u00a0:',
          link,
          once,
          'Si la demande ne vient pas de vous, laissez ce message de côté\u00a0: votre phrase de passe reste la même.',
        ],
      };
    case 'adresse-inconnue':
      return {
        subject: 'Aucun compte avec cette adresse',
        paragraphs: [
          'Une nouvelle phrase de passe a été demandée pour cette adresse, mais aucun compte de Coordonnées ne la porte. Vous en avez peut-être donné une autre. Pour essayer de nouveau, ou ouvrir un compte\u00a0:',
          link,
          'Si la demande ne vient pas de vous, vous n’avez rien à faire.',
        ],
      };
    case 'phrase-changee':
      return {
        subject: 'Votre phrase de passe a été changée',
        paragraphs: ['La phrase de passe de votre compte vient d’être changée.', ...ifNotYou(link)],
      };
    case 'second-facteur-change':
      return {
        subject: 'La protection de votre compte a été modifiée',
        paragraphs: [
          'Une clé d’accès, une application de codes ou des codes de secours viennent d’être ajoutés à votre compte, ou retirés.',
          ...ifNotYou(link),
        ],
      };
    case 'confirmer-email-ancien':
      return {
        subject: 'Confirmez le changement de votre adresse',
        paragraphs: [
          `Votre compte doit passer à l’adresse ${mail.newEmail}. Pour l’accepter, suivez ce lien\u00a0:`,
          link,
          once,
          'Un second lien part à la nouvelle adresse\u00a0: le changement attend les deux accords. Si la demande ne vient pas de vous, ne suivez pas ce lien et changez votre phrase de passe.',
        ],
      };
    case 'confirmer-email-nouveau':
      return {
        subject: 'Confirmez votre nouvelle adresse',
        paragraphs: [
          'Un compte de Coordonnées doit passer à cette adresse. Pour l’accepter, suivez ce lien\u00a0:',
          link,
          once,
          'Un second lien part à l’ancienne adresse\u00a0: le changement attend les deux accords. Si la demande ne vient pas de vous, laissez ce message de côté.',
        ],
      };
    case 'email-deja-pris':
      return {
        subject: 'Votre adresse a été demandée pour un autre compte',
        paragraphs: [
          'Un autre compte de Coordonnées a demandé à passer à cette adresse, qui a déjà le vôtre. Rien n’a changé. Pour vous connecter à votre compte\u00a0:',
          link,
          'Si la demande ne vient pas de vous, vous n’avez rien à faire.',
        ],
      };
    case 'email-change':
      return {
        subject: 'L’adresse de votre compte a changé',
        paragraphs: [
          `Votre compte porte désormais l’adresse ${mail.newEmail}\u00a0: c’est elle qui sert à vous connecter et qui reçoit nos messages.`,
          ...ifNotYou(link),
        ],
      };
    case 'compte-supprime':
      return {
        subject: 'Votre compte a été supprimé',
        paragraphs: [
          'Votre compte de Coordonnées vient d’être supprimé. Ce qui est conservé malgré tout, et pourquoi, est écrit ici\u00a0:',
          link,
        ],
      };
    case 'invitation-equipe':
      return {
        subject: 'Une équipe vous invite à la rejoindre',
        paragraphs: [
          'Une équipe d’exercice coordonné vous invite à la rejoindre sur Coordonnées. Pour voir qui vous invite, puis accepter ou refuser\u00a0:',
          link,
          once,
          'Si cette invitation ne vous concerne pas, laissez ce message de côté\u00a0: rien ne se fera sans votre accord.',
        ],
      };
    case 'attente':
      return {
        subject: 'Quelque chose vous attend sur Coordonnées',
        paragraphs: ['Quelque chose attend votre réponse ou votre lecture dans votre espace\u00a0:', link],
      };
  }
}

const ifNotYou = (link: string): string[] => [
  'Si vous n’y êtes pour rien, reprenez tout de suite la main sur votre compte\u00a0:',
  link,
];

const validity = (hours: number): string =>
  `Ce lien sert une seule fois, pendant ${hours === 1 ? 'une heure' : `${hours}\u00a0heures`}.`;

const farewell =
  'Coordonnées, le portail de l’exercice coordonné\n\nCe message est envoyé automatiquement et ne contient aucune information de santé. N’y répondez pas\u00a0: personne ne lirait votre réponse.';
