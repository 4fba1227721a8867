import { Link, type LinkProps } from 'react-router';
import { classNames } from '../util/class-names.ts';
import { useOffReason } from '../util/actions-off.ts';
import { Button } from './Button.tsx';
import { buttonLook, type ButtonSize, type ButtonVariant, isAction } from './button-look.ts';

interface ButtonLinkProps extends LinkProps {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** It leads to nothing that changes the cluster: see Button. */
  harmless?: boolean;
}

/** A link that looks like a button: for actions that have an address, such as a routed dialog. */
export function ButtonLink({ variant, size, className, harmless, ...rest }: ButtonLinkProps) {
  const off = useOffReason(undefined, isAction(variant) && !harmless);
  if (off !== undefined)
    return (
      <Button variant={variant} size={size} disabledReason={off} className={className}>
        {rest.children}
      </Button>
    );
  return <Link {...rest} className={classNames(buttonLook(variant, size), className)} />;
}
