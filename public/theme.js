// Runs before the first paint, so that a remembered theme never flashes in the other one.
// A file of its own because the content security policy allows no inline script.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be blocked: the system's theme it is.
}
