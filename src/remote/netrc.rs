//! The netrc file, where other programs too look up names and passwords by host.

/// Name and password for a host: of its own entry, or of the default one.
pub(super) fn look_up(text: &str, host: &str) -> Option<(String, String)> {
    let mut words = words(text).into_iter();
    let (mut is_host, mut login, mut password) = (false, None, None);
    while let Some(word) = words.next() {
        match word {
            "machine" | "default" => {
                if let (true, Some(login), Some(password)) = (is_host, login.take(), password.take()) {
                    return Some((login, password));
                }
                is_host = word == "default" || words.next() == Some(host);
            }
            "login" => login = words.next().map(str::to_owned),
            "password" => password = words.next().map(str::to_owned),
            "account" => drop(words.next()),
            _ => {}
        }
    }
    if is_host { login.zip(password) } else { None }
}

/// The words of the file without comments and macros; a macro ends at an empty line.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut in_macro = false;
    for line in text.lines() {
        in_macro &= !line.trim().is_empty();
        if in_macro || line.trim_start().starts_with('#') {
            continue;
        }
        let before = line.split_whitespace().take_while(|word| *word != "macdef");
        words.extend(before);
        in_macro = line.split_whitespace().any(|word| word == "macdef");
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# mine\nmachine a.example login ann\n  password secret\nmacdef init\nmachine b.example login mac password no\n\nmachine b.example password word login bob\ndefault login any password one\n";

    #[test]
    fn each_host_has_its_own_entry_or_the_default() {
        let found = |host| look_up(FILE, host).expect("an entry");
        assert_eq!(found("a.example"), ("ann".to_owned(), "secret".to_owned()));
        assert_eq!(found("b.example"), ("bob".to_owned(), "word".to_owned()));
        assert_eq!(found("c.example"), ("any".to_owned(), "one".to_owned()));
        assert_eq!(look_up("machine a.example login ann password x", "c.example"), None);
        assert_eq!(look_up("machine a.example login ann", "a.example"), None);
    }
}
