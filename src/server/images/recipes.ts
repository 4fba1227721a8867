/** How to make an image of a well-known name from packages of this Debian machine, when no registry can be reached. */
export interface ImageRecipe {
  /** The package whose name and version the image is labelled with, then others that are needed. */
  packages: [main: string, ...others: string[]];
  /** Programs with the libraries they need, by their absolute path here and in the image. */
  programs: string[];
  /** Symbolic links: where, and what they point to. */
  links: Record<string, string>;
  /** Small text files; a script is executable. */
  scripts: Record<string, string>;
  directories: string[];
  /** Dockerfile instructions, as the engine's import takes them. */
  changes: string[];
}

/**
 * Redis refuses clients from other addresses unless told otherwise, which would make a published port useless. Docker's
 * official image switches that off in the program itself; here a script before it does, but only in a network of the container's
 * own: its eth0 is then one end of a pair (another interface's index behind it), or a tap0 of a rootless engine. In the host's
 * network redis listens on the outside interfaces too, and stays protected there. A configuration file has to stay the first
 * argument, and words like --version are understood only alone.
 */
const REDIS_SERVER = `#!/bin/sh
own_network() {
  [ -e /sys/class/net/tap0 ] && return
  read -r index </sys/class/net/eth0/ifindex && read -r peer </sys/class/net/eth0/iflink && [ "$index" != "$peer" ]
}
case "\${1-}" in
  -h | --help | -v | --version | --test-memory | --check-system | -) exec /usr/bin/redis-server "$@" ;;
esac
if own_network 2>/dev/null; then
  case "\${1-}" in
    '' | -*) set -- --protected-mode no "$@" ;;
    *) configuration=$1; shift; set -- "$configuration" --protected-mode no "$@" ;;
  esac
fi
exec /usr/bin/redis-server "$@"
`;

const redis: ImageRecipe = {
  packages: ['redis-server', 'redis-tools'],
  programs: ['/usr/bin/redis-server', '/usr/bin/redis-cli', '/bin/sh'],
  links: {},
  scripts: { '/usr/local/bin/redis-server': REDIS_SERVER },
  directories: ['/data', '/tmp'],
  changes: ['WORKDIR /data', 'EXPOSE 6379', 'CMD ["redis-server"]'],
};

/** `applets` are the names that the program answers to. */
const busybox = (applets: readonly string[]): ImageRecipe => ({
  packages: ['busybox-static'],
  programs: ['/bin/busybox'],
  links: Object.fromEntries(applets.filter((name) => name !== 'busybox').map((name) => [`/bin/${name}`, 'busybox'])),
  scripts: {},
  directories: ['/root', '/tmp'],
  changes: ['CMD ["sh"]'],
});

/** What has to be installed before the recipe can be written. */
export const PACKAGES: Readonly<Record<string, ImageRecipe['packages']>> = { redis: redis.packages, busybox: ['busybox-static'] };

export type KnownImage = 'redis' | 'busybox';

/** The known image that a name stands for; only the newest, since a tag promises a version that the package may not have. */
export function knownImage(name: string): KnownImage | undefined {
  const short = name.replace(/^(docker\.io\/)?(library\/)?/, '').replace(/:latest$/, '');
  return short === 'redis' || short === 'busybox' ? short : undefined;
}

export const recipeFor = (image: KnownImage, listApplets: () => readonly string[]): ImageRecipe =>
  image === 'redis' ? redis : busybox(listApplets());
