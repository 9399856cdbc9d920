/** What a page says at its head after something was done, by the code in its address (`?fait=`). */
export const doneSentences = {
  'compte-ouvert': 'Votre compte est ouvert.',
  'phrase-choisie': 'Votre nouvelle phrase de passe est enregistrée. Connectez-vous avec elle.',
  'compte-supprime': 'Votre compte est supprimé. Un message vous le confirme.',
  'nom-change': 'Votre nom est changé.',
  'phrase-changee': 'Votre phrase de passe est changée. Vos autres sessions sont fermées.',
  'session-fermee': 'Cette session est fermée.',
  'sessions-fermees': 'Toutes vos autres sessions sont fermées.',
  'role-pris': 'Vous avez maintenant ce rôle.',
  'role-accorde': 'Le rôle est accordé. La personne en est avertie, et se reconnectera.',
  'role-retire': 'Le rôle est retiré. La personne en est avertie, et ses sessions sont fermées.',
  'role-propose': 'Le lien est parti par courriel. Il sert une fois, pendant 72 heures.',
  'lien-retire': 'Ce lien ne sert plus.',
  'sessions-du-compte-fermees': 'Les sessions de ce compte sont fermées.',
  'invitation-envoyee': 'L’invitation est envoyée.',
  'invitation-renvoyee': 'Un nouveau lien est envoyé. Le précédent ne sert plus.',
  'adresse-corrigee': 'L’invitation est envoyée à la nouvelle adresse. Le lien envoyé à l’ancienne ne sert plus.',
  'invitation-retiree': 'L’invitation est retirée : son lien ne sert plus, et son adresse est effacée.',
  'invitation-declinee':
    'Vous avez décliné l’invitation. L’équipe ne pourra plus vous inviter à cette adresse pendant un an.',
  'equipe-rejointe': 'Vous avez rejoint l’équipe.',
  'referent-nomme': 'Le nouveau référent est nommé. Ses sessions ouvertes sont fermées : il se reconnectera.',
  'role-rendu': 'Vous n’êtes plus référent, et vous restez membre de l’équipe.',
  'succession-proposee': 'Votre proposition est faite. Les autres membres de l’équipe en sont avertis par courriel.',
  'succession-decidee': 'Vous êtes deux à être d’accord : le nouveau référent est nommé.',
  'succession-soutenue': 'Votre accord est noté. Celui d’un second membre est nécessaire.',
  'succession-retiree': 'Votre proposition est retirée.',
  'identite-liee': 'Cette identité est liée à votre compte.',
  'identite-retiree': 'Cette identité est retirée de votre compte.',
  'cle-ajoutee': 'Votre clé d’accès est ajoutée. Vos autres sessions sont fermées.',
  'cle-renommee': 'Votre clé d’accès a son nouveau nom.',
  'cle-retiree': 'Cette clé d’accès est retirée. Vos autres sessions sont fermées.',
  'application-ajoutee': 'Votre application de codes est en place. Vos autres sessions sont fermées.',
  'application-retiree': 'L’application de codes est retirée. Vos autres sessions sont fermées.',
  'code-secours-utilise':
    'Votre code de secours a servi, et ne servira plus. Si votre appareil est perdu, ajoutez-en un autre ici, puis retirez l’ancien.',
  'equipe-creee': 'Votre équipe est créée, et vous en êtes référent. Ajoutez maintenant ses autres membres.',
  'equipe-modifiee': 'L’équipe est modifiée.',
  'membre-ajoute': 'Cette personne est ajoutée à l’équipe.',
  'membre-corrige': 'Les informations de ce membre sont enregistrées.',
  'sortie-fixee': 'Le dernier jour est enregistré. Les jours passés dans l’équipe restent inscrits.',
  'sortie-retiree': 'Le dernier jour est retiré : cette personne reste dans l’équipe.',
  'consentement-enregistre': 'L’accord est enregistré : cette personne compte dans l’équipe.',
  'consentement-retire': 'L’accord est retiré : cette personne ne compte plus dans l’équipe.',
  'equipe-quittee': 'Votre dernier jour dans l’équipe est enregistré.',
  deconnecte: 'Vous êtes déconnecté.',
  'deconnecte-ici':
    'Vous êtes déconnecté de ce site, mais peut-être pas encore du service qui vous a identifié. Sur un ordinateur partagé, fermez le navigateur.',
} as const;

/** Null for what is no code: nobody has the site say something by an address. */
export const doneSentence = (code: string | null): string | null =>
  code !== null && Object.hasOwn(doneSentences, code) ? doneSentences[code as keyof typeof doneSentences] : null;
