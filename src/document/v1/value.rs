//! Writes single values, each on one line: no text can look like a line of its own.
use toml::Value;

use std::fmt::Write;

/// Adds any value, tables and lists in one line.
pub(super) fn value(out: &mut String, value: &Value) {
    match value {
        Value::String(text) => string(out, text),
        Value::Array(values) => {
            out.push('[');

            for (position, entry) in values.iter().enumerate() {
                out.push_str(if position == 0 { "" } else { ", " });
                self::value(out, entry);
            }

            out.push(']');
        }
        Value::Table(table) => {
            out.push('{');

            for (position, (name, entry)) in table.iter().enumerate() {
                out.push_str(if position == 0 { " " } else { ", " });
                key(out, name);
                out.push_str(" = ");
                self::value(out, entry);
            }

            out.push_str(if table.is_empty() { "}" } else { " }" });
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            let _ = write!(out, "{value}");
        }
    }
}

/// Adds a name, in quotes where it needs them.
pub(super) fn key(out: &mut String, name: &str) {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');

    if !name.is_empty() && name.bytes().all(is_bare) {
        out.push_str(name);
    } else {
        string(out, name);
    }
}

/// Adds a text in quotes.
pub(super) fn string(out: &mut String, text: &str) {
    out.push('"');

    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(control));
            }
            plain => out.push(plain),
        }
    }

    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_comes_back_from_one_line() {
        let text = "a = 1.5\nb = [1979-05-27T07:32:00Z, nan, -inf, 07:32:00]\n\"c d\" = { e = \"x\\n# end\\n\\u0001\\\\\\\"\", \"\" = {} }\nf = true\n";
        let table: toml::Table = text.parse().unwrap();
        let mut out = "all = ".to_owned();
        value(&mut out, &Value::Table(table.clone()));

        assert_eq!(out.lines().count(), 1);

        let again: toml::Table = out.parse().unwrap();
        let (before, after) = (table.to_string(), again["all"].as_table().unwrap().to_string());
        assert_eq!(before, after);
    }
}
