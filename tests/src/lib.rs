//! What the tests of reportparse share: cases written by people, and reports that are generated with their structure.

pub mod cases;
pub mod corpus;
pub mod damage;
pub mod generate;
pub mod hostile;
pub mod laws;
pub mod shown;
