//! Numbers as Word's lists write them.

/// A number in one of the formats of `w:numFmt`; formats that are not known are written in digits, as Word does.
pub(super) fn format(number: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting"
        | "koreanDigital2" => chinese(number, "〇一二三四五六七八九", ["", "十", "百", "千"]),
        "chineseLegalSimplified" => formal(number, "零壹贰叁肆伍陆柒捌玖"),
        "ideographLegalTraditional" | "japaneseLegal" => formal(number, "零壹貳參肆伍陸柒捌玖"),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            digits(number, "〇一二三四五六七八九")
        }
        "decimalFullWidth" | "decimalFullWidth2" => digits(number, "０１２３４５６７８９"),
        "decimalZero" => format!("{number:02}"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            enclosed(number, &[(1, 20, '①'), (21, 35, '㉑'), (36, 50, '㊱')])
        }
        "decimalEnclosedParen" => enclosed(number, &[(1, 20, '⑴')]),
        "decimalEnclosedFullstop" => enclosed(number, &[(1, 20, '⒈')]),
        "ideographEnclosedCircle" => enclosed(number, &[(1, 10, '㊀')]),
        "ideographTraditional" => cyclic(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => cyclic(number, "子丑寅卯辰巳午未申酉戌亥"),
        "upperLetter" => letters(number, b'A'),
        "lowerLetter" => letters(number, b'a'),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_ascii_lowercase(),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

/// 十一, 一百零五: the tens lose their 一 at the start. From 10,000 on, in digits.
fn chinese(number: u32, digits: &str, places: [&str; 4]) -> String {
    let written = positional(number, digits, places);
    written.strip_prefix("一十").map_or(written.clone(), |rest| format!("十{rest}"))
}

/// 壹拾壹: nothing is lost.
fn formal(number: u32, digits: &str) -> String {
    positional(number, digits, ["", "拾", "佰", "仟"])
}

fn positional(number: u32, digits: &str, places: [&str; 4]) -> String {
    if number == 0 || number > 9_999 {
        return number.to_string();
    }
    let mut written = String::new();
    let mut gap = false;
    for place in (0..4).rev() {
        let digit = number / 10_u32.pow(place) % 10;
        if digit == 0 {
            gap = !written.is_empty();
            continue;
        }
        if gap {
            written.push('零');
            gap = false;
        }
        written.extend(digits.chars().nth(digit as usize));
        written.push_str(places[place as usize]);
    }
    written
}

fn digits(number: u32, digits: &str) -> String {
    number.to_string().bytes().filter_map(|byte| digits.chars().nth(usize::from(byte - b'0'))).collect()
}

/// One character for a whole number; beyond the last there are digits.
fn enclosed(number: u32, runs: &[(u32, u32, char)]) -> String {
    let run = runs.iter().find(|(first, last, _)| (*first..=*last).contains(&number));
    run.and_then(|(first, _, c)| char::from_u32(*c as u32 + number - first))
        .map_or_else(|| number.to_string(), String::from)
}

fn cyclic(number: u32, names: &str) -> String {
    let count = names.chars().count();
    let index = (number.max(1) as usize - 1) % count;
    names.chars().nth(index).into_iter().collect()
}

/// A … Z, AA, BB: Word repeats the letter.
fn letters(number: u32, first: u8) -> String {
    let index = number.max(1) - 1;
    let letter = char::from(first + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26 + 1).min(10) as usize).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3_999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let cases = [
            (1, "chineseCountingThousand", "一"),
            (10, "chineseCounting", "十"),
            (11, "japaneseCounting", "十一"),
            (20, "chineseCounting", "二十"),
            (105, "chineseCountingThousand", "一百零五"),
            (1010, "chineseCountingThousand", "一千零一十"),
            (12, "chineseLegalSimplified", "壹拾贰"),
            (205, "ideographDigital", "二〇五"),
            (12, "decimalFullWidth", "１２"),
            (3, "decimalZero", "03"),
            (10, "decimalEnclosedCircleChinese", "⑩"),
            (21, "decimalEnclosedCircle", "㉑"),
            (51, "decimalEnclosedCircle", "51"),
            (2, "decimalEnclosedParen", "⑵"),
            (11, "ideographTraditional", "甲"),
            (28, "upperLetter", "BB"),
            (1994, "upperRoman", "MCMXCIV"),
            (4, "lowerRoman", "iv"),
            (7, "decimal", "7"),
            (7, "unheardOf", "7"),
        ];
        for (number, name, written) in cases {
            assert_eq!(format(number, name), written, "{name}");
        }
    }
}
