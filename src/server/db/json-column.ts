import { customType } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';

/**
 * A column that holds JSON, parsed when it is read.
 * @throws when what is kept is not as the schema says: a fault of ours, told without its values.
 */
export const jsonText = <Value>(schema: z.ZodType<Value>) =>
  customType<{ data: Value; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (text) => schema.parse(JSON.parse(text)),
  })();
