//! Fills in the template of a language, as a translator would: every text by a rule.

/// `template` with words: `say` gets each text of the pack and gives the text of the language.
pub fn fill(template: &str, say: &dyn Fn(&str) -> String) -> String {
    let mut filled = String::new();
    let mut noted: Vec<&str> = Vec::new();

    for line in template.lines() {
        if let Some(note) = line.strip_prefix("# ") {
            if !note.starts_with("(at most ") {
                noted.push(note);
            }
        } else if let Some(key) = line.strip_suffix(" = \"\"") {
            filled.push_str(&format!("{key} = {}\n", quoted(&say(&noted.join("\n")))));
            noted.clear();
        } else if let Some(key) = line.strip_suffix(']').and_then(|line| line.split(" = [\"\"").next())
            && line.contains(" = [\"\"")
        {
            let lines: Vec<String> = noted.iter().map(|text| quoted(&say(text))).collect();

            filled.push_str(&format!("{key} = [{}]\n", lines.join(", ")));
            noted.clear();
        } else {
            filled.push_str(&format!("{line}\n"));
            noted.clear();
        }
    }

    filled
}

/// Words as they are used here: of the same length, in letters that are not those of English, and with
/// everything that must be kept.
pub fn made_up(text: &str) -> String {
    let mut is_name = false;

    text.chars()
        .map(|letter| {
            match letter {
                '{' => is_name = true,
                '}' => is_name = false,
                _ => {}
            }

            match letter {
                _ if is_name => letter,
                'a' => 'ä',
                'e' => 'é',
                'o' => 'ö',
                'u' => 'ü',
                'A' => 'Ä',
                'O' => 'Ö',
                'U' => 'Ü',
                other => other,
            }
        })
        .collect()
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');

    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            other => quoted.push(other),
        }
    }

    quoted.push('"');
    quoted
}
