import { Link, type LinkProps } from 'react-router';
import { classNames } from '../util/class-names.ts';
import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look.ts';

/** A link that looks like a button: for actions that have an address, such as a routed dialog. */
export function ButtonLink({ variant, size, className, ...rest }: LinkProps & { variant?: ButtonVariant; size?: ButtonSize }) {
  return <Link {...rest} className={classNames(buttonLook(variant, size), className)} />;
}
