import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

const text = z.string().min(1).max(20_000);
const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000);
const shared = {
  id: base64url.max(1_400),
  rawId: base64url.max(1_400),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
};

/** What `startRegistration` of the browser gives. The library reads the rest of it, which is signed. */
const registrationSchema = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(text.max(40)).max(10).optional(),
  }),
});

const assertionSchema = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.max(200).optional(),
  }),
});

/** The field of a form that a script filled; null when it is no such answer. */
export const readRegistration = (field: string): RegistrationResponseJSON | null => parsed(registrationSchema, field);
export const readAssertion = (field: string): AuthenticationResponseJSON | null => parsed(assertionSchema, field);

function parsed<Answer>(schema: z.ZodType<Answer>, field: string): Answer | null {
  let json: unknown;
  try {
    json = JSON.parse(field);
  } catch {
    return null;
  }
  return schema.safeParse(json).data ?? null;
}
