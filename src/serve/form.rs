//! The fields of a form, as browsers and `OpenRefine` send them.

/// The value of a field, decoded.
pub(super) fn field(form: &str, name: &str) -> Option<String> {
    form.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| decoded(key) == name).map(|(_, value)| decoded(value))
}

/// A text without its escapes; what is no escape stays as it is.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = |digits: &[u8]| u8::from_str_radix(std::str::from_utf8(digits).ok().filter(|digits| !digits.starts_with('+'))?, 16).ok();
        let escaped = if *first == b'%' { tail.get(..2).and_then(code) } else { None };
        bytes.push(escaped.unwrap_or(if *first == b'+' { b' ' } else { *first }));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_decoded() {
        let form = "a=1&queries=%7B%22q%22%3A+%22%C3%A9%22%7D&b=100%&c=%+1";
        assert_eq!(field(form, "queries").as_deref(), Some("{\"q\": \"é\"}"));
        assert_eq!(field(form, "b").as_deref(), Some("100%"));
        assert_eq!(field(form, "c").as_deref(), Some("% 1"));
        assert_eq!(field(form, "d"), None);
    }
}
