/** « m…@e… »: enough for its owner to know it again, too little for anyone else to learn it. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…@${email.slice(at + 1, at + 2)}…`;
}
