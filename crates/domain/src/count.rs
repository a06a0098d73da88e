//! Counts in readable form, and lists that show only their first entries.

/// A count with separated thousands: `44,900`.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Drops all but the first `most`. Returns the number of dropped ones.
pub fn cut<T>(list: &mut Vec<T>, most: usize) -> usize {
    let dropped = list.len().saturating_sub(most);
    list.truncate(most);
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (count, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (44_900, "44,900"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(count), text);
        }
    }

    #[test]
    fn what_is_dropped_is_counted() {
        let mut list = vec![1, 2, 3];
        assert_eq!((cut(&mut list, 5), list.len()), (0, 3));
        assert_eq!((cut(&mut list, 1), list.len()), (2, 1));
    }
}
