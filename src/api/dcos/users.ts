import { z } from 'zod/mini';

/** What a user may do: everything, or look. */
export const roleSchema = z.enum(['admin', 'read-only']);
export type Role = z.infer<typeof roleSchema>;

/** Shorter ones are guessed, longer ones are no passwords. */
const passwordSchema = z
  .string()
  .check(z.minLength(8, 'A password has at least 8 characters.'), z.maxLength(256, 'A password has at most 256 characters.'));

const UID = /^[a-z\d](?:[a-z\d._@-]{0,62}[a-z\d])?$/;

/** Names of users are part of addresses. The e-mail addresses of DC/OS are such names too. */
export const uidSchema = z
  .string()
  .check(z.regex(UID, 'A name has up to 64 small letters, digits or any of . _ @ - between them, like ann or ann@example.com.'));

const descriptionSchema = z.string().check(z.trim(), z.maxLength(120, 'At most 120 characters.'));

/** A user in `GET /acs/api/v1/users`: the fields of DC/OS, and from `role` on ours. */
export const userSchema = z.object({
  uid: z.string(),
  description: z.string(),
  url: z.string(),
  is_remote: z.boolean(),
  role: roleSchema,
  has_password: z.boolean(),
  /** How many ways into the server are open now. */
  sessions: z.number(),
});
export type User = z.infer<typeof userSchema>;

export const usersSchema = z.object({ array: z.array(userSchema) });

/** Body of `PUT /acs/api/v1/users/<uid>`: a new user. */
export const newUserSchema = z.object({
  description: z.optional(descriptionSchema),
  password: z.optional(passwordSchema),
  role: z.optional(roleSchema),
});
export type NewUser = z.infer<typeof newUserSchema>;

/** Body of `PATCH /acs/api/v1/users/<uid>`. Who changes the own password says the old one too. */
export const userChangeSchema = z.object({
  description: z.optional(descriptionSchema),
  password: z.optional(passwordSchema),
  current_password: z.optional(z.string().check(z.maxLength(256))),
  role: z.optional(roleSchema),
});
export type UserChange = z.infer<typeof userChangeSchema>;

/** A session of a browser or a token of a program, in `GET /acs/api/v1/users/<uid>/sessions`. Times are of ISO 8601. */
export const sessionSchema = z.object({
  id: z.string(),
  /** The name that a token was given; absent for a session. */
  name: z.optional(z.string()),
  /** The program that logged in, as it called itself. */
  client: z.string(),
  opened_at: z.string(),
  /** Absent for a token, which does not expire. */
  expires_at: z.optional(z.string()),
  /** The one by which this is asked. */
  current: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

export const sessionsSchema = z.object({ array: z.array(sessionSchema) });

/** Body of `POST /acs/api/v1/users/<uid>/sessions`: a token for a program. */
export const newTokenSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Name the program that gets the token.'), z.maxLength(80, 'At most 80 characters.')),
});
