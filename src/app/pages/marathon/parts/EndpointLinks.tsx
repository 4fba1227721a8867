import type { Endpoint } from '../rules/app-facts.ts';

/** Addresses of an instance, each with the name of its port; those that a browser can look at are links. */
export function EndpointLinks({ endpoints }: { endpoints: readonly Endpoint[] }) {
  return endpoints.map(({ address, url, name }) => (
    <span key={address}>
      {url === undefined ? (
        address
      ) : (
        <a href={url} target="_blank" rel="noreferrer" className="rounded-sm hover:text-accent hover:underline">
          {address}
        </a>
      )}
      {name !== undefined && ` ${name}`}
    </span>
  ));
}
