import { FilterBox } from '../../../filters/FilterBox.tsx';
import type { FilterInputProps } from '../../../filters/FilterInput.tsx';
import { appFields } from '../rules/app-fields.ts';
import type { AppRow } from '../rules/app-rows.ts';

/** The box of the filter above the Applications list, with all that can be asked of apps: not needed for the first look at it. */
export function AppFilterInput(props: Omit<FilterInputProps<AppRow>, 'fields'>) {
  return <FilterBox {...props} fields={appFields} />;
}
