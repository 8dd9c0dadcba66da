//! Prints the text of files as the parser will see it: `cargo run --example text -- FILE…`.

use std::io::{self, Write};
use std::process::ExitCode;

use reportparse_input::{Options, read_file};

fn main() -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for path in std::env::args_os().skip(1) {
        match read_file(&path, &Options::new()) {
            Ok(document) => {
                for warning in &document.warnings {
                    writeln!(io::stderr(), "{}: {warning}", path.display())?;
                }
                io::stdout().write_all(document.text.as_bytes())?;
            }
            Err(error) => {
                writeln!(io::stderr(), "{error}")?;
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}
