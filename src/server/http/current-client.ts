import { AsyncLocalStorage } from 'node:async_hooks';

const addresses = new AsyncLocalStorage<string | undefined>();

/** Does what a request wants in the name of the client at the other end of its connection. */
export const asClient = <T>(connection: { remoteAddress?: string | undefined }, work: () => T): T =>
  addresses.run(connection.remoteAddress, work);

/** The IP address of the client whose request is being answered. */
export const currentClient = (): string | undefined => addresses.getStore();
