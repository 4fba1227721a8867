/** Words of the DC/OS pages. */
export const dcos = {};
