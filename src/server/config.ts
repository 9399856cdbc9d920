import { z } from 'zod';
import {
  type IdentitySettings,
  identitySettings,
  identityVariables,
  missingVariables,
} from './identity/provider-settings.ts';
import { type Sender, type SmtpServer, senderSchema, smtpUrlSchema } from './mail/mail-address.ts';

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

/** A value of the environment that the site cannot start with; its message is for the person who starts it. */
export class ConfigError extends Error {}

const flag = (byDefault: '0' | '1') =>
  z
    .enum(['0', '1'], 'doit valoir 0 (non) ou 1 (oui)')
    .default(byDefault)
    .transform((value) => value === '1');

const wholeNumber = (min: number, max: number, byDefault: number) => {
  const sentence = `doit être un nombre entier entre ${min} et ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number)
    .pipe(z.number().min(min, sentence).max(max, sentence))
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
      .regex(/^[\w.:-]+$/, 'doit être une adresse de cette machine, par exemple 127.0.0.1 ou 0.0.0.0')
      .default('127.0.0.1'),
    PORT: wholeNumber(0, 65_535, 4321),
    DATABASE_URL: z
      .string()
      .regex(/^(?:file:.+|https?:\/\/.+|libsql:\/\/.+)$/, 'doit commencer par file:, http://, https:// ou libsql://')
      .default('file:.data/coordonnees.db'),
    SECRET_KEY_FILE: z.string().optional(),
    SITE_URL: z
      .string()
      .refine(isOrigin, 'doit être l’adresse publique du site, par exemple https://coordonnees.example, sans chemin')
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
    error: 'est nécessaire avec SMTP_URL : c’est l’adresse d’où partent les courriels',
  })
  .superRefine((values, context) => {
    for (const { name, message } of missingVariables(values))
      context.addIssue({ code: 'custom', path: [name], message });
  });

/**
 * The configuration, read once from the environment. An empty value counts as absent.
 * @throws ConfigError with one French line per wrong value.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const value = environment[name] || null;
      if (value === null) return `${name} ${issue.message}.`;
      return `${name} ${issue.message} (reçu : ${secrets.includes(name) ? 'une valeur tue ici' : `« ${value} »`}).`;
    });
    throw new ConfigError(`Le site n’a pas démarré, sa configuration est à corriger :\n${lines.join('\n')}`);
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
