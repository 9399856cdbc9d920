import type { IdentityProvider } from '#domain/identity/provider.ts';

/** What one variable of the environment may have wrong. */
export type SettingRefusal =
  | {
      readonly code:
        | 'OUI_OU_NON'
        | 'HOTE_ILLISIBLE'
        | 'BASE_ILLISIBLE'
        | 'ADRESSE_PUBLIQUE_ILLISIBLE'
        | 'RELAIS_ILLISIBLE'
        | 'EXPEDITEUR_ILLISIBLE'
        | 'EXPEDITEUR_ABSENT'
        | 'VALEUR_TROP_LONGUE'
        | 'NIVEAU_INCONNU'
        | 'SIRETS_ILLISIBLES';
    }
  | { readonly code: 'NOMBRE_HORS_BORNES'; readonly min: number; readonly max: number }
  | { readonly code: 'EMETTEUR_ILLISIBLE'; readonly exemple: string }
  | {
      readonly code: 'REGLAGE_ABSENT';
      readonly fournisseur: IdentityProvider;
      readonly donnes: number;
      readonly attendus: number;
    };

/** A wrong variable: its name, and its value where it may be told. */
export type SettingFault = {
  readonly nom: string;
  readonly recu: { readonly valeur: string } | 'tu' | 'rien';
  readonly faute: SettingRefusal;
};

/** Why the site, or a command of its own, does not start. */
export type StartRefusal =
  | { readonly code: 'CONFIGURATION_A_CORRIGER'; readonly fautes: readonly SettingFault[] }
  | { readonly code: 'SITE_NON_CONSTRUIT' }
  | { readonly code: 'PORT_PRIS' | 'PORT_INTERDIT'; readonly hote: string; readonly port: number }
  | { readonly code: 'HOTE_D_AILLEURS'; readonly hote: string }
  | { readonly code: 'PORT_FERME'; readonly hote: string; readonly port: number; readonly cause: string }
  | { readonly code: 'DEMONSTRATION_INTERROMPUE' | 'BASE_DE_VRAIS_COMPTES' }
  | { readonly code: 'BASE_SANS_DEMONSTRATION' | 'BASE_DE_DEMONSTRATION'; readonly base: string }
  | { readonly code: 'BASE_OCCUPEE' };
