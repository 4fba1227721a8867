import { z } from 'zod/mini';
import { roleSchema } from './users.ts';

/** `GET /metadata`. CLUSTER_ID is absent until the cluster has one. */
export const metadataSchema = z.object({ PUBLIC_IPV4: z.string(), CLUSTER_ID: z.optional(z.string()) });
export type Metadata = z.infer<typeof metadataSchema>;

/** `GET /dcos-metadata/dcos-version.json`; readable without a login. */
export const dcosVersionSchema = z.object({
  version: z.string(),
  'dcos-image-commit': z.optional(z.string()),
  'bootstrap-id': z.optional(z.string()),
});
export type DcosVersion = z.infer<typeof dcosVersionSchema>;

const pluginSchema = z.looseObject({ enabled: z.boolean() });

/** `GET /dcos-metadata/ui-config.json`; readable without a login, since the login page needs it. Clusters add plugins of their own. */
export const uiConfigSchema = z.object({
  uiConfiguration: z.looseObject({
    plugins: z.record(z.string(), pluginSchema),
    /** Ours: this server refuses all changes. */
    readOnly: z.optional(z.boolean()),
    /** Ours: who asks, where the server knows. */
    user: z.optional(z.object({ uid: z.string(), description: z.string(), role: roleSchema })),
    /** Ours: the time zone of the cluster's machines, by its IANA name. */
    timeZone: z.optional(z.string()),
  }),
  clusterConfiguration: z.looseObject({
    id: z.optional(z.string()),
    /** The next one to log in becomes the cluster's first user. */
    firstUser: z.optional(z.boolean()),
  }),
});
export type UiConfig = z.infer<typeof uiConfigSchema>;
