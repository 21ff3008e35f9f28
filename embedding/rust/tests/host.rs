use std::collections::HashMap;
use std::fs;
use std::io::{Read, Write};

use scrubjay::{Options, Reader, Redactor, Scrubjay, WITHHELD, Writer};

fn module() -> Scrubjay {
    let file = std::env::var("SCRUBJAY_WASM").unwrap_or("../../dist/scrubjay.wasm".into());
    Scrubjay::compile(&fs::read(file).unwrap()).unwrap()
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2)
        .map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap())
        .collect()
}

fn output(redactor: &mut Redactor, vector: &[&str]) -> Vec<u8> {
    let (name, input) = (bytes(vector[5]), bytes(vector[6]));
    match vector[0] {
        "record" => redactor.redact(&input),
        "field" => redactor.field(&name, &input),
        _ => {
            let mut out = Vec::new();
            let mut writer = Writer::new(redactor, &mut out);
            let mut from = 0;
            for cut in vector[4].split(',').filter(|cut| !cut.is_empty()) {
                let to = cut.parse().unwrap();
                writer.write_all(&input[from..to]).unwrap();
                from = to;
            }
            writer.write_all(&input[from..]).unwrap();
            writer.finish().unwrap();
            out
        }
    }
}

#[test]
fn all_vectors() {
    let module = module();
    let text = fs::read_to_string("../vectors/vectors.tsv").unwrap();
    let mut redactors = HashMap::new();
    let mut count = 0;
    for line in text.lines() {
        let vector: Vec<&str> = line.split('\t').collect();
        let redactor = redactors.entry(vector[1].to_string()).or_insert_with(|| {
            let policy = fs::read(format!("../vectors/{}.policy", vector[1])).unwrap_or_default();
            let key = (!vector[2].is_empty()).then(|| vector[2].as_bytes().to_vec());
            module
                .open(Options {
                    policy,
                    key,
                    time_ms: vector[3].parse().ok(),
                })
                .unwrap()
        });
        count += 1;
        assert!(
            output(redactor, &vector) == bytes(vector[7]),
            "vector {count}: {}, {}",
            vector[0],
            vector[1]
        );
    }
    assert!(count > 4000);
}

#[test]
fn a_reader_gives_what_another_has() {
    let mut redactor = module().open(Options::default()).unwrap();
    let text = "a line password=hunter2 end\n".repeat(10_000);
    let mut out = String::new();
    Reader::new(&mut redactor, text.as_bytes())
        .read_to_string(&mut out)
        .unwrap();
    assert!(out == text.replace("hunter2", "[REDACTED]"));
}

#[test]
fn errors_have_nothing_of_the_input() {
    let module = module();
    let policy = Options {
        policy: b"password=hunter2".to_vec(),
        ..Options::default()
    };
    let key = Options {
        key: Some(b"hunter2".to_vec()),
        ..Options::default()
    };
    for options in [policy, key] {
        let message = module.open(options).err().unwrap().to_string();
        assert!(
            !message.contains("hunter2") && message.len() > 30,
            "{message}"
        );
    }
}

#[test]
fn after_a_trap_nothing_raw_comes_out() {
    let mut redactor = module().open(Options::default()).unwrap();
    redactor.stop();
    assert_eq!(redactor.redact(b"password=hunter2"), WITHHELD);
    assert_eq!(
        redactor.redact(b"password=hunter2 x"),
        b"password=[REDACTED] x"
    );
    redactor.stop();
    let mut out = Vec::new();
    let mut writer = Writer::new(&mut redactor, &mut out);
    assert!(writer.write_all(b"first line password=hunter2\n").is_err());
    assert!(writer.write_all(b"password=hunter2\n").is_err());
    assert!(writer.finish().is_err());
    assert_eq!(out, [WITHHELD, b"\n"].concat());
}
