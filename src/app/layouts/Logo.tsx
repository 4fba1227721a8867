import { Link } from 'react-router';
import { useMessages } from '../i18n/messages.ts';
import { paths } from '../paths.ts';
import { withBase } from '../util/http.ts';

export function Logo() {
  const { shell } = useMessages();
  return (
    <Link to={paths.dashboard()} className="flex items-center gap-2.5 rounded-md px-2 py-1 text-base font-semibold text-white">
      <img src={withBase('/icon.svg')} alt="" width={26} height={26} />
      {shell.productName}
    </Link>
  );
}
