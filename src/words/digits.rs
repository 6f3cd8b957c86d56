//! The digits a language writes numbers with, where they are not 0 to 9.
use fluent::FluentValue;
use fluent::bundle::FluentBundle;

/// Makes `bundle` write the numbers put into its messages with the digits of `language`.
pub(super) fn follow<R, M>(bundle: &mut FluentBundle<R, M>, language: &str) {
    let mut parts = language.split('-');
    let (first, region) = (parts.next().unwrap_or_default(), parts.next_back().unwrap_or_default());

    match first {
        // In the west of North Africa and in the Emirates, Arabic is written with the digits used here.
        "ar" if ["AE", "DZ", "EH", "LY", "MA", "TN"].contains(&region) => {}
        "ar" | "ckb" | "sd" => bundle.set_formatter(Some(native::<0x0660, M>)),
        "fa" | "ps" | "ks" | "ur" if first != "ur" || region == "IN" => {
            bundle.set_formatter(Some(native::<0x06F0, M>));
        }
        "mr" | "ne" | "sa" => bundle.set_formatter(Some(native::<0x0966, M>)),
        "as" | "bn" => bundle.set_formatter(Some(native::<0x09E6, M>)),
        "my" => bundle.set_formatter(Some(native::<0x1040, M>)),
        "dz" => bundle.set_formatter(Some(native::<0x0F20, M>)),
        _ => {}
    }
}

/// A number with the ten digits that begin at `ZERO`; nothing for what is no number.
fn native<const ZERO: u32, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digit = |letter: char| match letter.to_digit(10) {
        Some(digit) => char::from_u32(ZERO + digit).unwrap_or(letter),
        None => letter,
    };

    Some(number.as_string().chars().map(digit).collect())
}
