/** Words of the Marathon pages. */
export const marathon = {};
