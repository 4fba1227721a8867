#!/usr/bin/env node
// The command line of the local cluster, started by whatever Node is installed.
process.argv.splice(2, 0, 'cli');
await import('./launch.mjs');
