/** Mails that are not about opening or keeping an account; each says that something waits, or was done, and where. */
export type NoticeMail =
  | 'second-facteur-change'
  | 'code-secours-utilise'
  | 'invitation-equipe'
  | 'role-propose'
  | 'role-demande'
  | 'role-pris'
  | 'role-confirme'
  | 'role-refuse'
  | 'attente'
  | 'depart-decide'
  | 'depart-annonce'
  | 'depart-retire'
  | 'changement-propose'
  | 'changement-repondu';

/**
 * The subject and the plain text of a mail. Nothing that a person typed about a team enters it: an invitation names
 * neither the team nor who invites, so that nobody can have the portal post their own words to a stranger.
 * @param link the whole address to open, on a line of its own in the text.
 */
export function noticeWords(
  mail: NoticeMail,
  link: string,
): {
  readonly subject: string;
  readonly text: string;
} {
  const { subject, before, after } = sentences[mail];
  return { subject, text: ['Bonjour,', before, link, ...after, farewell].join('\n\n') };
}

const sentences: Record<NoticeMail, { readonly subject: string; readonly before: string; readonly after: string[] }> = {
  'second-facteur-change': {
    subject: 'La protection de votre compte a été modifiée',
    before:
      'Une clé d’accès, une application de codes ou des codes de secours viennent d’être ajoutés à votre compte Coordonnées, ou retirés. Si vous n’y êtes pour rien, reprenez tout de suite la main sur votre compte\u00a0:',
    after: [],
  },
  'code-secours-utilise': {
    subject: 'Un code de secours a ouvert votre compte',
    before:
      'Un de vos codes de secours vient de servir à ouvrir votre compte Coordonnées. Il ne servira plus. Si vous n’y êtes pour rien, reprenez tout de suite la main sur votre compte\u00a0:',
    after: [],
  },
  'invitation-equipe': {
    subject: 'Une équipe vous invite à la rejoindre',
    before:
      'Une équipe d’exercice coordonné vous invite à la rejoindre sur Coordonnées. Pour voir qui vous invite et jusqu’à quand, puis accepter ou décliner\u00a0:',
    after: [
      'Ce lien est pour vous seul\u00a0: ne le faites pas suivre. Si l’invitation ne vous concerne pas, laissez ce message de côté\u00a0: rien ne se fera sans votre accord.',
    ],
  },
  'role-propose': {
    subject: 'Un rôle vous est proposé sur Coordonnées',
    before:
      'L’association qui tient le site Coordonnées vous propose un rôle. Pour voir lequel, puis le prendre avec votre compte ou avec un compte à ouvrir\u00a0:',
    after: [
      'Servez-vous du compte qui a cette adresse-ci\u00a0: avec un autre, un administrateur devra d’abord donner son accord. Ce lien est pour vous seul\u00a0: ne le faites pas suivre. Il sert une fois, pendant 72\u00a0heures.',
      'Si ce rôle ne vous concerne pas, laissez ce message de côté\u00a0: rien ne se fera sans vous.',
    ],
  },
  'role-demande': {
    subject: 'Une demande de rôle attend votre réponse',
    before:
      'Le lien d’un rôle a été suivi avec un compte dont l’adresse n’est pas celle à laquelle ce lien avait été envoyé. Cette personne demande le rôle\u00a0: rien ne lui est ouvert tant qu’un administrateur n’a pas répondu. Pour voir qui demande quoi, puis accepter ou refuser\u00a0:',
    after: [
      'Dans le doute, joignez d’abord la personne par un autre moyen que ce site. Sans réponse, la demande s’efface au bout de 14\u00a0jours.',
    ],
  },
  'role-pris': {
    subject: 'Un compte a un nouveau rôle sur Coordonnées',
    before:
      'Un compte vient de recevoir un rôle sur Coordonnées. Vous l’apprenez parce que vous administrez le site. Pour voir quel compte et quel rôle, et le retirer si vous ne vous y attendiez pas\u00a0:',
    after: [],
  },
  'role-confirme': {
    subject: 'Votre rôle sur Coordonnées est ouvert',
    before:
      'Un administrateur a accepté votre demande\u00a0: le rôle est ouvert à votre compte, et vos sessions sont fermées. Reconnectez-vous\u00a0; un second facteur (clé d’accès ou application de codes) vous sera demandé\u00a0:',
    after: [],
  },
  'role-refuse': {
    subject: 'Votre demande de rôle n’a pas été acceptée',
    before: 'Le rôle que vous aviez demandé n’a pas été ouvert à votre compte. Rien d’autre ne change pour vous\u00a0:',
    after: [
      'Si ce rôle est bien pour vous, demandez à la personne qui vous a écrit d’envoyer un nouveau lien à l’adresse de votre compte.',
    ],
  },
  'depart-decide': {
    subject: 'Votre dernier jour dans une équipe a été fixé',
    before:
      'Un référent d’une de vos équipes a fixé votre dernier jour dans cette équipe, ou l’a changé. Pour voir laquelle et quel jour\u00a0:',
    after: [
      'Si vous pensez à une erreur, parlez-en avec cette équipe\u00a0: qui a fixé ce jour peut le retirer tant qu’il n’est pas passé. Pour revenir ensuite, il faut une nouvelle invitation, que vous acceptez.',
    ],
  },
  'depart-annonce': {
    subject: 'Un membre de votre équipe a choisi son dernier jour',
    before:
      'Un membre d’une équipe dont vous êtes référent a choisi son dernier jour dans l’équipe, ou l’a changé. Pour voir qui et quel jour\u00a0:',
    after: [],
  },
  'depart-retire': {
    subject: 'Un départ prévu dans une équipe est annulé',
    before:
      'Un dernier jour qui était fixé dans une de vos équipes vient d’être retiré\u00a0: le membre reste dans l’équipe. Pour voir de qui il s’agit\u00a0:',
    after: [],
  },
  'changement-propose': {
    subject: 'Un changement de votre fiche attend votre accord',
    before:
      'Un référent d’une de vos équipes propose de changer ce que l’équipe sait de vous\u00a0: votre nom, votre profession ou votre attestation. Rien ne change sans votre accord. Pour le lire, puis l’accepter ou le refuser\u00a0:',
    after: [],
  },
  'changement-repondu': {
    subject: 'Un membre a répondu à un changement proposé',
    before:
      'Un membre d’une équipe dont vous êtes référent a répondu au changement qui lui était proposé. Pour voir sa fiche\u00a0:',
    after: [],
  },
  attente: {
    subject: 'Quelque chose vous attend sur Coordonnées',
    before: 'Quelque chose attend votre réponse ou votre lecture dans votre espace\u00a0:',
    after: [],
  },
};

const farewell =
  'Le site Coordonnées\n\nCe message est envoyé automatiquement et ne contient aucune information de santé. N’y répondez pas\u00a0: personne ne lirait votre réponse.';
