import { type FormEvent, useState } from 'react';
import { useLocation } from 'react-router';
import { useFilterLanguageWords } from '../i18n/filter-words.ts';
import { useMessages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/use-toast.ts';
import { viewSearch, withView } from './saved-views.ts';
import { useSavedViews } from './use-saved-views.ts';

const FORM = 'save-view';

/** Gives what the page shows now a name. */
export function SaveViewDialog({ onClose }: { onClose: () => void }) {
  const { views: words } = useFilterLanguageWords();
  const { common } = useMessages();
  const [views, setViews] = useSavedViews();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const toast = useToast();
  const { pathname: page, search } = useLocation();
  const trimmed = name.trim();
  const known = views.some((view) => view.page === page && view.name === trimmed);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (trimmed === '') return;
    setViews(withView(views, { id: crypto.randomUUID(), name: trimmed, page, search: viewSearch(search) }));
    toast({ tone: 'ok', title: words.saved(trimmed) });
    onClose();
  };
  return (
    <Dialog
      title={words.saveTitle}
      width="sm"
      onClose={onClose}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button variant="primary" harmless type="submit" form={FORM}>
            {words.saveButton}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={save} className="flex flex-col gap-3">
        <Field
          label={words.name}
          required
          hint={known ? words.replaces : words.hint}
          error={tried && trimmed === '' ? words.nameMissing : undefined}
        >
          <TextInput value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <p className="font-mono text-xs text-muted wrap-anywhere">
          {page}?{decodeURIComponent(viewSearch(search))}
        </p>
      </form>
    </Dialog>
  );
}
