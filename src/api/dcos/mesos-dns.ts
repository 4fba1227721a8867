import { z } from 'zod/mini';

/** `GET /v1/version`. */
export const dnsVersionSchema = z.object({ Service: z.string(), Version: z.string(), URL: z.string() });
export type DnsVersion = z.infer<typeof dnsVersionSchema>;

/** `GET /v1/hosts/<name>`: one entry an address; one entry of empty strings when there is no such name. */
export const hostRecordsSchema = z.array(z.object({ host: z.string(), ip: z.string() }));
export type HostRecords = z.infer<typeof hostRecordsSchema>;

/** `GET /v1/services/<srv name>`; the port is text, and an unknown name is one entry of empty strings. */
export const serviceRecordsSchema = z.array(z.object({ service: z.string(), host: z.string(), ip: z.string(), port: z.string() }));
export type ServiceRecords = z.infer<typeof serviceRecordsSchema>;

const recordSchema = z.object({ name: z.string(), host: z.string(), rtype: z.enum(['A', 'AAAA', 'SRV']) });
const dnsTaskSchema = z.object({ name: z.string(), id: z.string(), records: z.array(recordSchema) });

/** `GET /v1/enumerate`: every record, by framework and task. */
export const enumerationSchema = z.object({ frameworks: z.array(z.object({ name: z.string(), tasks: z.array(dnsTaskSchema) })) });
export type Enumeration = z.infer<typeof enumerationSchema>;
