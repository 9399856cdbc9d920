import { z } from 'zod';
import { issueOf, refusalOf } from '#domain/shared/refusal.ts';
import type { SettingFault, SettingRefusal } from '#domain/site/start-refusal.ts';
import {
  type IdentitySettings,
  identitySettings,
  identityVariables,
  missingVariables,
} from './identity/provider-settings.ts';
import { type Sender, type SmtpServer, senderSchema, smtpUrlSchema } from './mail/mail-address.ts';
import { StartError } from './start-error.ts';

export type Config = {
  readonly host: string;
  readonly port: number;
  /** libSQL address: `file:…` for the embedded database, `http://…` or `libsql://…` for a server. */
  readonly databaseUrl: string;
  /** The file of the key that secrets are kept under; made at the first start. */
  readonly secretKeyFile: string;
  /** Public origin of the site, without a slash at the end. */
  readonly siteUrl: string;
  /** True when a reverse proxy that we trust stands in front: its X-Forwarded-For is believed. */
  readonly trustProxy: boolean;
  /** True when people reach the site over https: HSTS is sent and insecure requests are upgraded. */
  readonly behindTls: boolean;
  /** True to offer the Plan IGN background, whose tiles come from another origin. */
  readonly planIgn: boolean;
  readonly accessLog: boolean;
  /** True for the demonstration: made-up people in a database of its own, and no mail leaves. */
  readonly demo: boolean;
  /** API requests that one address may send per minute; 0 switches the limit off. */
  readonly apiRequestsPerMinute: number;
  /** The relay and the sender of our mails; null while mails stay in the local mailbox. */
  readonly mail: { readonly smtp: SmtpServer; readonly from: Sender } | null;
  /** Pro Santé Connect and ProConnect, where they are set up. None in the demonstration. */
  readonly identityProviders: IdentitySettings;
};

const refused = (code: SettingRefusal['code']): SettingRefusal['code'] => code;

const flag = (byDefault: '0' | '1') =>
  z
    .enum(['0', '1'], refused('OUI_OU_NON'))
    .default(byDefault)
    .transform((value) => value === '1');

const wholeNumber = (min: number, max: number, byDefault: number) => {
  const wrong = issueOf<SettingRefusal>({ code: 'NOMBRE_HORS_BORNES', min, max });
  return z
    .string()
    .transform((text, context) => {
      if (/^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text);
      context.addIssue(wrong);
      return z.NEVER;
    })
    .default(byDefault);
};

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text.replace(/\/$/, '');

/** Values that may hold a password: a message never repeats them. */
const secrets: readonly string[] = ['SMTP_URL', 'PSC_CLIENT_SECRET', 'PROCONNECT_CLIENT_SECRET'];

const environmentSchema = z
  .object({
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, refused('HOTE_ILLISIBLE'))
      .default('127.0.0.1'),
    PORT: wholeNumber(0, 65_535, 4321),
    DATABASE_URL: z
      .string()
      .regex(/^(?:file:.+|https?:\/\/.+|libsql:\/\/.+)$/, refused('BASE_ILLISIBLE'))
      .default('file:.data/coordonnees.db'),
    SECRET_KEY_FILE: z.string().optional(),
    SITE_URL: z
      .string()
      .refine(isOrigin, refused('ADRESSE_PUBLIQUE_ILLISIBLE'))
      .transform((url) => url.replace(/\/$/, ''))
      .optional(),
    TRUST_PROXY: flag('0'),
    BEHIND_TLS: flag('0'),
    PLAN_IGN: flag('0'),
    ACCESS_LOG: flag('1'),
    DEMO: flag('0'),
    API_REQUESTS_PER_MINUTE: wholeNumber(0, 1_000_000, 600),
    SMTP_URL: smtpUrlSchema.optional(),
    MAIL_FROM: senderSchema.optional(),
    ...identityVariables,
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: refused('EXPEDITEUR_ABSENT'),
  })
  .superRefine((values, context) => {
    for (const { name, refusal } of missingVariables(values)) context.addIssue(issueOf(refusal, [name]));
  });

/**
 * The configuration, read once from the environment. An empty value counts as absent.
 * @throws StartError with one fault per wrong value.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const fautes = parsed.error.issues.map((issue): SettingFault => {
      const nom = String(issue.path[0]);
      const valeur = environment[nom] || null;
      const recu = valeur === null ? 'rien' : secrets.includes(nom) ? 'tu' : { valeur };
      return { nom, recu, faute: refusalOf(issue) as unknown as SettingRefusal };
    });
    throw new StartError({ code: 'CONFIGURATION_A_CORRIGER', fautes });
  }
  const { data } = parsed;
  return {
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    secretKeyFile: data.SECRET_KEY_FILE ?? besideDatabase(data.DATABASE_URL),
    siteUrl: data.SITE_URL ?? `http://${data.HOST}:${data.PORT}`,
    trustProxy: data.TRUST_PROXY,
    behindTls: data.BEHIND_TLS,
    planIgn: data.PLAN_IGN,
    accessLog: data.ACCESS_LOG,
    demo: data.DEMO,
    apiRequestsPerMinute: data.API_REQUESTS_PER_MINUTE,
    mail: data.SMTP_URL && data.MAIL_FROM && !data.DEMO ? { smtp: data.SMTP_URL, from: data.MAIL_FROM } : null,
    identityProviders: data.DEMO ? [] : identitySettings(data),
  };
}

const besideDatabase = (databaseUrl: string): string =>
  databaseUrl.startsWith('file:') ? `${databaseUrl.slice('file:'.length)}.key` : '.data/coordonnees.db.key';
