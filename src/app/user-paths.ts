const page = (uid: string): string => `/users/${encodeURIComponent(uid)}`;

/** Links of the users of this server; apart from the others, since few of those lead here. */
export const userPaths = {
  users: () => '/users',
  user: page,
  /** Dialogs over the list and over one user. */
  add: () => '/users/add',
  action: (uid: string, action: 'password' | 'token' | 'log-out' | 'remove') => `${page(uid)}/${action}`,
};
