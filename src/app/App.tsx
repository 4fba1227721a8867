import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { LanguageProvider } from './i18n/LanguageProvider.tsx';
import { queryClient } from './query.ts';
import { createRouter } from './routes.tsx';
import { ToastRegion } from './ui/ToastRegion.tsx';

export function App() {
  const [router] = useState(createRouter);
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <RouterProvider router={router} />
        <ToastRegion />
      </LanguageProvider>
    </QueryClientProvider>
  );
}
